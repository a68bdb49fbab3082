/** The read side over PostgreSQL, as of a run: what commands, exports and pages all show. It writes nothing. */
@NullMarked
package fr.passerelle.published;

import org.jspecify.annotations.NullMarked;
