import {
  getSdkModelPropertyType,
  type SdkModelPropertyType,
} from "@azure-tools/typespec-client-generator-core";
import type { EnumMember, Type, UnionVariant } from "@typespec/compiler";
import { reportDiagnostic } from "../../lib.ts";
import type { Planner } from "../planner.ts";
import type { EarlierPropertyPlan, EarlierValuePlan, TypePlan } from "../types.ts";
import { at, earlierRuns, renames, typeChanges, versionsWithout } from "./changes.ts";

/** Plans the older forms of a property: those with another wire name or type. */
export function planEarlierProperty(
  planner: Planner,
  property: SdkModelPropertyType,
  wireName: string,
  typeOf: (property: SdkModelPropertyType) => TypePlan,
): readonly EarlierPropertyPlan[] {
  const raw = property.__raw;
  const { past } = planner;
  if (past === undefined || raw?.kind !== "ModelProperty") return [];
  // A wire name that is set separately does not change with the name of the property.
  const renamed = wireName === raw.name ? renames(past.timelines, raw) : [];
  const retyped = typeChanges(past.timelines, raw);
  return earlierRuns(renamed, retyped).map(({ index, versions }) => {
    const type = at(retyped, index, raw.type);
    const older =
      type === raw.type
        ? property
        : getSdkModelPropertyType(planner.sdk, planner.program.checker.cloneType(raw, { type }))[0];
    return {
      versions,
      wireName: at(renamed, index, wireName),
      type: typeOf({ ...older, serializationOptions: property.serializationOptions }),
    };
  });
}

/** Returns the older wire names of a property. */
export function planEarlierNames(
  planner: Planner,
  raw: Type | undefined,
  wireName: string,
): readonly Pick<EarlierPropertyPlan, "versions" | "wireName">[] {
  if (planner.past === undefined || raw?.kind !== "ModelProperty" || wireName !== raw.name)
    return [];
  const renamed = renames(planner.past.timelines, raw);
  return earlierRuns(renamed).map(({ index, versions }) => ({
    versions,
    wireName: at(renamed, index, wireName),
  }));
}

/** Returns the versions that have the model of a property, but not the property. */
export function planAbsence(planner: Planner, property: SdkModelPropertyType): readonly string[] {
  const raw = property.__raw;
  if (planner.past === undefined || raw?.kind !== "ModelProperty") return [];
  const owner = raw.model === undefined ? [] : [raw.model];
  return versionsWithout(planner.past.timelines, raw, owner);
}

/** Plans the older values of an enum's member whose name is its value. */
export function planEarlierValues(
  planner: Planner,
  raw: Type | undefined,
  value: string | number,
): readonly EarlierValuePlan[] {
  if (planner.past === undefined || !isMember(raw) || value !== raw.name) return [];
  if (raw.kind === "EnumMember" && raw.value !== undefined) return [];
  if (raw.kind === "UnionVariant") return [];
  const renamed = renames(planner.past.timelines, raw);
  return earlierRuns(renamed).map(({ index, versions }) => ({
    versions,
    value: at(renamed, index, String(value)),
  }));
}

function isMember(raw: Type | undefined): raw is EnumMember | UnionVariant {
  return raw?.kind === "EnumMember" || raw?.kind === "UnionVariant";
}

/**
 * Reports something that differs between API versions in a place where that is not supported.
 *
 * @param instead - How to correct it.
 * @param wireName - The wire name, if it can be set separately. It does not change with the name then.
 */
export function refuseChange(
  planner: Planner,
  raw: Type | undefined,
  place: string,
  instead: string,
  wireName?: string,
): void {
  if (planner.past === undefined || raw === undefined || !("decorators" in raw)) return;
  const { timelines } = planner.past;
  const plainName = "name" in raw ? String(raw.name) : "";
  const isOwnName = wireName === undefined || plain(wireName) === plain(plainName);
  const renamed = isOwnName ? renames(timelines, raw) : [];
  if (renamed.length + typeChanges(timelines, raw).length === 0) return;
  reportDiagnostic(planner.program, {
    code: "changed-between-versions",
    format: { name: plainName, place, instead },
    target: raw,
  });
}

/** Returns a name without the suffix for headers. */
function plain(name: string): string {
  return name.replaceAll("-", "").toLowerCase();
}
