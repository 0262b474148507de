import type { JSX } from "preact";
import { control } from "../emulator/control.ts";
import { attempt } from "../ui/notice.tsx";
import { useRemote } from "./use-remote.ts";

const SCOPES: Readonly<Record<string, string>> = {
  user: "per user",
  thread: "per thread",
  userAndThread: "per user and thread",
  resource: "per resource",
};

/** Switches the published rate limits on and off, and shows them. */
export function RateLimitsCard(): JSX.Element {
  const [rates, setRates] = useRemote(control.rateLimits, /\/(?:rate-limits|reset)$/);
  const toggle = async (): Promise<void> => {
    setRates(await control.enforceRateLimits(!rates?.enforced));
  };
  return (
    <section class="card">
      <h2>Rate limits</h2>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={rates?.enforced ?? false}
          disabled={rates === undefined}
          onChange={() => void attempt(toggle)}
        />
        Respond with 429 above the published limits
      </label>
      {rates && (
        <details>
          <summary>The limits, as published in {rates.readOn}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Operations</th>
                <th scope="col">Limit</th>
              </tr>
            </thead>
            <tbody>
              {rates.limits.map(({ operations, limits }) => (
                <tr key={operations[0]}>
                  <td>{operations.join(", ")}</td>
                  <td>
                    {limits.map(({ scope, count, seconds }) => (
                      <div key={`${scope}${seconds}`}>
                        {count} in {seconds} s {SCOPES[scope] ?? scope}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
