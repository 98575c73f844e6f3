/**
 * The direction of a line in degrees clockwise from east, -90 to 90, so that what is written along it is not upside down.
 * @param east how far the line goes to the east, in the unit of `north`
 */
export function labelAngle(east: number, north: number): number {
  const degrees = (Math.atan2(-north, east) * 180) / Math.PI
  return Math.round(degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees)
}
