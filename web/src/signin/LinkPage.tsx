export default function LinkPage() {
  return null;
}
