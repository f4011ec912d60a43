export default function WeeklyPage() {
  return null;
}
