/** The results that hold as of a run, what changed between two of them, and the report of one. */
@NullMarked
package fr.passerelle.published.result;

import org.jspecify.annotations.NullMarked;
