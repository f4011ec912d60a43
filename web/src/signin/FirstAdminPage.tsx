export default function FirstAdminPage() {
  return null;
}
