/** How the journal is appended to. */
@NullMarked
package fr.passerelle.journal;

import org.jspecify.annotations.NullMarked;
