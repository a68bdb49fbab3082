/** Studies of what would be: replays, scenarios and calendars; planned, computed, compared, adopted or discarded. */
@NullMarked
package fr.passerelle.cli.study;

import org.jspecify.annotations.NullMarked;
