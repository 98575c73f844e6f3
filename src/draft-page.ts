// What `article-map start` serves: the view is kept by whoever comes before the map.
import './map/kept-view.ts'
import './page.ts'
