/** What attendance may be expected, for people to look at: never in a score, in a proposal or in a calendar. */
@NullMarked
package fr.passerelle.rules.prevision;

import org.jspecify.annotations.NullMarked;
