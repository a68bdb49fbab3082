/** How places are named. */
@NullMarked
package fr.passerelle.published.place;

import org.jspecify.annotations.NullMarked;
