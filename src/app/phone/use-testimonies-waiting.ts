// How many testimonies wait on this phone to be handed over: a number, and nothing else of them.
import { useEffect, useState } from 'react'
import { usePhone, usePhoneView } from '#app/phone/use-phone.ts'

export const useTestimoniesWaiting = (): number => {
  const phone = usePhone()
  const { version } = usePhoneView()
  const [count, setCount] = useState(0)
  useEffect(() => {
    let isShown = true
    phone.countTestimonies().then(
      (found) => isShown && setCount(found),
      // A full phone may not let itself be read from; the next change of the phone asks again.
      () => undefined
    )
    return () => {
      isShown = false
    }
  }, [phone, version])
  return count
}
