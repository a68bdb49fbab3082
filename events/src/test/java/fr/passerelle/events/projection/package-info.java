/** The read model proved on a real database and a real broker. */
@NullMarked
package fr.passerelle.events.projection;

import org.jspecify.annotations.NullMarked;
