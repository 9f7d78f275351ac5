import { useEffect, useState } from 'react'

/** True once `value` has been true for so many milliseconds; false at once when it is not. */
export function useHeld(value: boolean, milliseconds: number): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!value) return
    const timer = setTimeout(() => setHeld(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setHeld(false)
    }
  }, [value, milliseconds])
  return held && value
}
