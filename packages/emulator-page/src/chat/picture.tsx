import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

/** An image of a message. Its place is kept while it is fetched, so that nothing jumps. */
export function Picture(props: {
  readonly name: string;
  readonly address: () => Promise<string>;
}): JSX.Element {
  const { name, address } = props;
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState(false);
  useEffect(() => {
    let gone = false;
    address().then(
      (found) => gone || setUrl(found),
      () => gone || setProblem(true),
    );
    return () => {
      gone = true;
    };
  }, [name]);
  return (
    <span class="picture">
      {problem ? (
        <span class="file">
          The image <bdi>{name}</bdi> cannot be shown
        </span>
      ) : (
        url !== undefined && <img src={url} alt={name} onError={() => setProblem(true)} />
      )}
    </span>
  );
}
