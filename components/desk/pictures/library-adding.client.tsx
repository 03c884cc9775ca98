'use client';
import { useRouter } from 'next/navigation';
import { AddressDialog } from './address-dialog.client.tsx';
import { UploadArea } from './upload-area.client.tsx';

/** The ways into the library, on its own page. */
export function LibraryAdding() {
  const router = useRouter();
  const show = () => router.refresh();
  return (
    <UploadArea onDone={show}>
      <AddressDialog onDone={show} />
    </UploadArea>
  );
}
