// A QR code in black on white with its quiet zone, whatever the light.
import { encode } from 'uqr'
import styles from '#app/ui/qr-code.module.css'

/** The modules around the code that must stay white, as its norm (ISO/IEC 18004) says. */
const QUIET = 4

/** `label` says in words what the code is for. Error correction M: 15 % may be dirt. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className={styles.code} role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <path d={dark.join('')} />
    </svg>
  )
}
