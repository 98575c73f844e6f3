declare module 'mgrs/dist/mgrs.min.js' {
  import * as mgrs from 'mgrs'
  export default mgrs
}
