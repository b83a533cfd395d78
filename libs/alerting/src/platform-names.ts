const names: Readonly<Record<string, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  google_business: 'Google',
  'google-business': 'Google',
};

/** A platform as people write it. */
export function platformName(platform: string): string {
  return names[platform] ?? platform;
}
