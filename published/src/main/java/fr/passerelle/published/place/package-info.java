/** The rooms, sites and intercommunalités that hold as of a run, and the months of rooms. */
@NullMarked
package fr.passerelle.published.place;

import org.jspecify.annotations.NullMarked;
