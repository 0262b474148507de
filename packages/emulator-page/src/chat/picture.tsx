import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";

/** An image of a message. Its space is reserved while it loads, so that the layout does not jump. */
export function Picture(props: {
  readonly name: string;
  readonly address: () => Promise<string>;
}): JSX.Element {
  const { name, address } = props;
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState(false);
  const [tries, setTries] = useState(0);
  const place = useRef<HTMLSpanElement>(null);
  const again = (): void => {
    setTries(tries + 1);
    // The button is removed, so focus moves to the image's place.
    place.current?.focus();
  };
  useEffect(() => {
    let gone = false;
    setProblem(false);
    address().then(
      (found) => gone || setUrl(found),
      () => gone || setProblem(true),
    );
    return () => {
      gone = true;
    };
  }, [name, tries]);
  return (
    <span class="picture" ref={place} tabIndex={-1}>
      {problem ? (
        <span class="file">
          The image <bdi>{name}</bdi> cannot be shown.
          <Button onClick={again}>Try again</Button>
        </span>
      ) : (
        url !== undefined && <img src={url} alt={name} onError={() => setProblem(true)} />
      )}
    </span>
  );
}
