import {
  type ConnectionEvent,
  type ConnectionState,
  type EffectName,
  transition,
} from "./connection-state.ts";

/** Runs an effect, given the event that caused it. */
export type RunEffect = (name: EffectName, event: ConnectionEvent) => void;

/** The state machine of a transport. */
export interface ConnectionMachine {
  readonly state: ConnectionState;
  /** Changes the state and runs the effects. Ignores an event that has no transition in the current state. */
  dispatch(event: ConnectionEvent): void;
}

/** Creates a machine that is stopped. */
export function createConnectionMachine(runEffect: RunEffect): ConnectionMachine {
  let state: ConnectionState = "stopped";
  let transitionCount = 0;
  return {
    get state() {
      return state;
    },
    dispatch(event) {
      const found = transition(state, event.type);
      if (!found) return;
      state = found.next;
      transitionCount += 1;
      const current = transitionCount;
      for (const name of found.effects) {
        runEffect(name, event);
        // The effect called a listener that stopped notifications, so the remaining effects no longer apply.
        if (transitionCount !== current) return;
      }
    },
  };
}
