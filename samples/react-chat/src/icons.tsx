/** Draws an icon without a text alternative. The button around it has a label. */
function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export const BackIcon = () => <Icon path="M15 5l-7 7 7 7" />;
export const SendIcon = () => <Icon path="M4 12l16-8-6 16-3-7-7-1z" />;
export const ImageIcon = () => (
  <Icon path="M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM4 16l5-5 4 4 3-3 4 4M15.5 8.5h.01" />
);
export const CloseIcon = () => <Icon path="M6 6l12 12M18 6L6 18" />;
export const DownIcon = () => <Icon path="M12 5v14M6 13l6 6 6-6" />;
export const SignOutIcon = () => <Icon path="M10 4H5v16h5M15 8l4 4-4 4M19 12H9" />;
export const DeleteIcon = () => <Icon path="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13" />;
export const EditIcon = () => <Icon path="M4 20l1-4L16 5l3 3L8 19l-4 1z" />;
