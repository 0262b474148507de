// Prints the compressed size of each file of the page. Fails if the total exceeds the limit.
import { LIMIT, sizes } from "./sizes.ts";

let total = 0;
for (const { name, size } of sizes()) {
  total += size;
  console.log(`${String(size).padStart(7)} bytes  ${name}`);
}
console.log(`${String(total).padStart(7)} bytes, gzip, of ${LIMIT} allowed`);
if (total > LIMIT) process.exitCode = 1;
