import type { ReactNode, SVGProps } from 'react';

const paths = {
  cases: <path d="M4 6h16M4 12h16M4 18h10" />,
  alert: <path d="M6 9a6 6 0 1 1 12 0c0 6 2 7 2 7H4s2-1 2-7M10 20a2 2 0 0 0 4 0" />,
  incident: (
    <path d="M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M12 9.5V4M14.2 13.2l4.8 3.3M9.8 13.2 5 16.5M12 2.8v.01M20.2 17.3v.01M3.8 17.3v.01" />
  ),
  source: <path d="M5 12a7 7 0 0 1 14 0M8.5 12a3.5 3.5 0 0 1 7 0M12 12v9" />,
  duty: <path d="M4 6h16v14H4zM4 10.5h16M8 3v4M16 3v4" />,
  users: (
    <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5a6.5 6.5 0 0 1 3.5 5.5" />
  ),
  letter: <path d="M3.5 5.5h17v13h-17zM4 6l8 7 8-7" />,
  settings: (
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 7m-2 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0M9 17m-2 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0" />
  ),
  report: <path d="M4 20V4M4 20h16M8.5 16v-4M13 16V8M17.5 16v-6" />,
  clock: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7.5V12l3 2" />,
  suggestion: (
    <path d="M9.5 18h5M10 21h4M12 3a6.5 6.5 0 0 0-4 11.6c.9.8 1.5 1.6 1.5 3.4h5c0-1.8.6-2.6 1.5-3.4A6.5 6.5 0 0 0 12 3" />
  ),
  cause: <path d="M12 21v-8M12 13c0-4-2-6-6-7M12 13c0-4 2-6 6-7M3.5 8.5 6 6l2.6 2.4M15.4 8.4 18 6l2.5 2.5" />,
  check: <path d="M5 12.5l4.5 4.5L19 7" />,
  aim: (
    <path d="M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M12 2v3M12 19v3M2 12h3M19 12h3" />
  ),
  missing: <path d="M12 5v8M12 17.5v.5" />,
  back: <path d="M15 5l-7 7 7 7" />,
  sun: (
    <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4" />
  ),
  person: <path d="M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 20.5a8 8 0 0 1 16 0" />,
  plus: <path d="M12 5v14M5 12h14" />,
  remove: <path d="M6 6l12 12M18 6L6 18" />,
  calm: <path d="M4 12c2.5-4 5-4 8 0s5.5 4 8 0M4 17c2.5-4 5-4 8 0s5.5 4 8 0" />,
  out: <path d="M14 4h6v16h-6M11 8l-4 4 4 4M7 12h9" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

/** A line drawing; decorative, so its meaning must also stand in words beside it or in a label. */
export function Icon({
  name,
  size = 20,
  ...rest
}: { name: IconName; size?: number } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      {paths[name]}
    </svg>
  );
}

/** The mark of the product. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="#0e5f63" />
      <path d="M9 12v8M14 8v16M19 11v10M24 14v4" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
