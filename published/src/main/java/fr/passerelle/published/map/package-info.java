/**
 * Schematic maps: Voronoi cells of the communes' centroids, merged by EPCI and clipped to an outline. They show where things are to one
 * another; they are no administrative boundaries.
 */
@NullMarked
package fr.passerelle.published.map;

import org.jspecify.annotations.NullMarked;
