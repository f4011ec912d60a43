export default function SpacePage() {
  return null;
}
