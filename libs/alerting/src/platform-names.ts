const names: Readonly<Record<string, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  google: 'Google',
};

/** A platform as people write it. */
export function platformName(platform: string): string {
  return names[platform] ?? platform;
}
