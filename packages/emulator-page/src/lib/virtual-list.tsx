import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { createHeights, type Heights } from "./heights.ts";

/** A long list of which only what is seen, and a little more, is in the document. */
export interface VirtualListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly render: (item: T, index: number) => ComponentChildren;
  /** Height of a row before it is measured, in pixels. */
  readonly estimate: number;
  /** What the list is called. */
  readonly label: string;
  /** The end at which new rows come: somebody who is there stays there. */
  readonly end: "top" | "bottom";
  /** The other end came into reach: time to load more. */
  readonly onFarEnd?: (() => void) | undefined;
  /** Told whether the list is at the end where new rows come. */
  readonly onAtEnd?: (atEnd: boolean) => void;
  /** Change it to go to the end. */
  readonly jump?: number;
  /** Another object brings the row with the key into view, and the focus to the button in it. */
  readonly reveal?: { readonly key: string } | undefined;
}

/** Pixels kept in the document above and below what is seen. */
const OVERSCAN = 400;
/** So near to an end counts as there, in pixels. */
const NEAR = 24;

interface Position {
  /** The items whose keys the heights were told. */
  items: readonly unknown[] | undefined;
  readonly heights: Heights;
  /** The row at the upper edge, and how far it is scrolled out. Absent while at the end. */
  anchor: { readonly key: string; readonly delta: number } | undefined;
  atEnd: boolean;
  /** The row that the focus goes to as soon as it is in the document. */
  focus: string | undefined;
}

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

  // What was rendered is measured; what that moves is put back before anything is painted.
  const settle = useRef(() => {});
  settle.current = () => {
    const element = scroller.current;
    const rows = list.current;
    const place = position.current;
    // While the list is not shown, nothing can be measured.
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
    // What was asked of a list that is gone is not asked of this one.
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

/** Where the list has to be scrolled to, so that what is read stays where it is. */
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
