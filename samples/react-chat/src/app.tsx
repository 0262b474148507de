import { ChatProvider } from "@acs-chat/react";
import { useEffect, useState } from "react";
import { Conversation } from "./conversation.tsx";
import { ImagesProvider } from "./images.tsx";
import { resume, type SignedIn, signIn, signOut } from "./session.ts";
import { SignIn } from "./sign-in.tsx";
import { ThreadList } from "./thread-list.tsx";

export function App() {
  const [signedIn, setSignedIn] = useState<SignedIn>();
  const [resuming, setResuming] = useState(() => sessionStorage.getItem("session") !== null);
  useEffect(() => {
    // StrictMode runs this effect twice, and the first store is disposed.
    let isCurrent = true;
    resume()
      .then((one) => (isCurrent ? setSignedIn(one) : one?.store.dispose()))
      .catch(console.error)
      .finally(() => isCurrent && setResuming(false));
    return () => void (isCurrent = false);
  }, []);
  if (resuming) return <p className="splash">Loading…</p>;
  if (!signedIn) return <SignIn onSignIn={async (name) => setSignedIn(await signIn(name))} />;
  const leave = async (): Promise<void> => {
    setSignedIn(undefined);
    await signOut(signedIn);
  };
  return (
    <ChatProvider store={signedIn.store}>
      <ImagesProvider client={signedIn.client}>
        <Chat name={signedIn.session.name} onSignOut={() => void leave()} />
      </ImagesProvider>
    </ChatProvider>
  );
}

/** Shows the list of threads next to the open one, or only one of them on narrow screens. */
function Chat({ name, onSignOut }: { name: string; onSignOut: () => void }) {
  const [threadId, setThreadId] = useState<string>();
  return (
    <main className="chat" data-open={threadId !== undefined}>
      <h1 className="visually-hidden">React chat</h1>
      <ThreadList name={name} selected={threadId} onSelect={setThreadId} onSignOut={onSignOut} />
      {threadId === undefined ? (
        <section className="empty">
          <h2>Pick a conversation</h2>
          <p>Messages, receipts and typing are live in all of them.</p>
        </section>
      ) : (
        <Conversation
          key={threadId}
          threadId={threadId}
          onBack={() => {
            setThreadId(undefined);
            document.querySelector<HTMLElement>(`[data-thread="${CSS.escape(threadId)}"]`)?.focus();
          }}
        />
      )}
    </main>
  );
}
