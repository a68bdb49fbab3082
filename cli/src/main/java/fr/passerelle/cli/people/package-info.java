/** What people did and have to do: decisions, reminders, and who did what. */
@NullMarked
package fr.passerelle.cli.people;

import org.jspecify.annotations.NullMarked;
