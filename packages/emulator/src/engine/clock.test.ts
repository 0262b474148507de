import { expect, it } from "vitest";
import { createClock } from "./clock.ts";

it("follows its source until it is advanced, set, frozen or reset", () => {
  let real = 1000;
  const clock = createClock(() => real);
  expect(clock.now()).toBe(1000);
  clock.advance(500);
  real += 1;
  expect(clock.now()).toBe(1501);
  clock.freeze();
  real += 100;
  expect([clock.now(), clock.frozen]).toEqual([1501, true]);
  clock.advance(10);
  expect(clock.now()).toBe(1511);
  clock.set(5);
  expect(clock.now()).toBe(5);
  clock.freeze(7);
  expect(clock.now()).toBe(7);
  clock.reset();
  expect([clock.now(), clock.frozen]).toEqual([1101, false]);
  clock.set(0);
  real += 1;
  expect(clock.now()).toBe(1);
});
