import { type FormEvent, useState } from "react";

export function SignIn({ onSignIn }: { onSignIn: (name: string) => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem("");
    try {
      await onSignIn(String(new FormData(event.currentTarget).get("name")));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <form className="card" onSubmit={(event) => void submit(event)}>
        <div className="logo" aria-hidden="true">
          <span />
          <span />
        </div>
        <h1>Welcome</h1>
        <p>Enter a name to join the conversations.</p>
        <label htmlFor="name">Your name</label>
        <input id="name" name="name" required maxLength={100} autoComplete="nickname" autoFocus />
        <button className="primary" disabled={busy}>
          {busy ? "Joining…" : "Join"}
        </button>
        <p className="problem" role="alert">
          {problem}
        </p>
      </form>
    </main>
  );
}
