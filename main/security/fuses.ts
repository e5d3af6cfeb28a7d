import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * Every fuse of the packaged program (Electron's checklist, item 19); one that a newer @electron/fuses knows does not
 * compile until it stands here. Electron's ninth, WasmTrapHandlers, is about speed and unknown to this @electron/fuses:
 * it keeps Electron's setting, which is why `strictlyRequireAllFuses` cannot be on.
 */
const states: Record<FuseV1Options, boolean> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // The browser process uses the same snapshot as the rest: we ship none of our own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

export const fuses: FuseConfig = { version: FuseVersion.V1, ...states };
