/** The read model as pages need it: what is published now, decoded once a run and kept until another run is published. */
@NullMarked
package fr.passerelle.console.reading;

import org.jspecify.annotations.NullMarked;
