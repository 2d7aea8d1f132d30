// Phone numbers, codes and times keep their left-to-right order inside any text.
import type { ReactNode } from 'react'

export const Ltr = ({ children }: { children: ReactNode }) => <bdi dir="ltr">{children}</bdi>
