export default function NewThreadPage() {
  return null;
}
