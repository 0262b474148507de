import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { createHeights, type Heights } from "./heights.ts";

/** The props of a virtual list. */
export interface VirtualListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly render: (item: T, index: number) => ComponentChildren;
  /** Height of a row before it is measured, in pixels. */
  readonly estimate: number;
  /** The accessible name of the list. */
  readonly label: string;
  /** The end where new rows are added. A list that is scrolled to this end stays there. */
  readonly end: "top" | "bottom";
  /** Called when the list is scrolled close to the other end, to load more rows. */
  readonly onFarEnd?: (() => void) | undefined;
  /** Called when the list is scrolled to the end where new rows are added, or away from it. */
  readonly onAtEnd?: (atEnd: boolean) => void;
  /** A counter. Each change scrolls the list to the end where new rows are added. */
  readonly jump?: number;
  /** Each new object scrolls the row with the key into view and focuses the button in it. */
  readonly reveal?: { readonly key: string } | undefined;
}

/** The height that is rendered above and below the visible part, in pixels. */
const OVERSCAN = 400;
/** The list counts as scrolled to its end within this distance, in pixels. */
const NEAR = 24;

interface Position {
  /** The items whose keys were passed to `heights`. */
  items: readonly unknown[] | undefined;
  readonly heights: Heights;
  /** The topmost visible row, and how much of it is hidden, in pixels. Undefined while the list is at its end. */
  anchor: { readonly key: string; readonly delta: number } | undefined;
  atEnd: boolean;
  /** The key of the row to focus as soon as it is rendered. */
  focus: string | undefined;
}

/** Renders only the visible rows of a long list, and some rows above and below them. */
export function VirtualList<T>(props: VirtualListProps<T>): JSX.Element {
  const { items, keyOf, render, end, label } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const position = useRef<Position>(undefined);
  position.current ??= {
    items: undefined,
    heights: createHeights(props.estimate),
    anchor: undefined,
    atEnd: true,
    focus: undefined,
  };
  const { heights } = position.current;
  const [, update] = useState({});
  const latest = useRef(props);
  latest.current = props;
  if (position.current.items !== items) {
    position.current.items = items;
    heights.setKeys(items.map(keyOf));
  }

  const view = scroller.current;
  const height = view?.clientHeight ?? 900;
  const top = targetTop(position.current, view, height, end);
  const first = heights.at(top - OVERSCAN);
  const last = items.length === 0 ? -1 : heights.at(top + height + OVERSCAN);

  // Measures the rendered rows, and corrects the scroll position before the browser paints.
  const settle = useRef(() => {});
  settle.current = () => {
    const element = scroller.current;
    const rows = list.current;
    const place = position.current;
    // A hidden list cannot be measured.
    if (!element || !rows || !place || element.clientHeight === 0) return;
    let moved = false;
    for (const row of rows.children as Iterable<Element> & HTMLCollection) {
      const key = (row as HTMLElement).dataset["key"];
      if (key === undefined) continue;
      if (key === place.focus) {
        place.focus = undefined;
        row.querySelector("button")?.focus({ preventScroll: true });
      }
      moved = place.heights.measure(key, row.getBoundingClientRect().height) || moved;
    }
    if (moved) update({});
    const wanted = targetTop(place, element, element.clientHeight, end);
    if (Math.abs(element.scrollTop - wanted) > 0.5) element.scrollTop = wanted;
    const distance =
      end === "bottom"
        ? element.scrollTop
        : element.scrollHeight - element.clientHeight - element.scrollTop;
    if (distance < OVERSCAN) latest.current.onFarEnd?.();
  };
  useLayoutEffect(() => settle.current());

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      settle.current();
      update({});
    });
    observer.observe(element);
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (props.jump === undefined || !element || !position.current) return;
    position.current.anchor = undefined;
    position.current.atEnd = true;
    settle.current();
    update({});
    latest.current.onAtEnd?.(true);
  }, [props.jump]);

  const onScroll = (): void => {
    const element = scroller.current;
    const place = position.current;
    if (!element || !place) return;
    const { scrollTop, clientHeight, scrollHeight } = element;
    const distance = end === "bottom" ? scrollHeight - clientHeight - scrollTop : scrollTop;
    const atEnd = distance < NEAR;
    const index = heights.at(scrollTop);
    const item = latest.current.items[index];
    place.anchor =
      atEnd || item === undefined
        ? undefined
        : { key: latest.current.keyOf(item), delta: scrollTop - heights.offset(index) };
    if (atEnd !== place.atEnd) latest.current.onAtEnd?.(atEnd);
    place.atEnd = atEnd;
    update({});
  };

  const revealed = useRef(props.reveal);
  useLayoutEffect(() => {
    const element = scroller.current;
    const { reveal } = props;
    // An object that was already revealed, perhaps by a previous instance of the list, is ignored.
    if (!element || !position.current || !reveal || reveal === revealed.current) return;
    revealed.current = reveal;
    const index = heights.indexOf(reveal.key);
    if (index < 0) return;
    position.current.focus = reveal.key;
    const above = heights.offset(index + 1) - element.clientHeight;
    if (above > element.scrollTop) element.scrollTop = Math.max(above, NEAR);
    element.scrollTop = Math.min(element.scrollTop, heights.offset(index));
    onScroll();
  }, [props.reveal]);

  const rows: JSX.Element[] = [];
  for (let index = first; index <= last; index += 1) {
    const item = items[index]!;
    const key = keyOf(item);
    rows.push(
      <li
        key={key}
        data-key={key}
        aria-setsize={items.length}
        aria-posinset={index + 1}
        style={{ transform: `translateY(${heights.offset(index)}px)` }}
      >
        {render(item, index)}
      </li>,
    );
  }
  return (
    <div
      class="virtual"
      ref={scroller}
      onScroll={onScroll}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <ol ref={list} style={{ height: `${heights.total()}px` }}>
        {rows}
      </ol>
    </div>
  );
}

/** Returns the scroll position that keeps the visible rows in place. */
function targetTop(
  { heights, anchor, atEnd }: Position,
  element: HTMLElement | null,
  height: number,
  end: "top" | "bottom",
): number {
  const most = Math.max(0, heights.total() - height);
  if (atEnd) return end === "bottom" ? most : 0;
  const index = anchor === undefined ? -1 : heights.indexOf(anchor.key);
  if (anchor === undefined || index < 0) return Math.min(element?.scrollTop ?? 0, most);
  return Math.max(0, Math.min(heights.offset(index) + anchor.delta, most));
}
