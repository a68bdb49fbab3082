/** The texts of the calendars of the nomadic service: for people, and for the calendars that they keep. */
@NullMarked
package fr.passerelle.calendar.text;

import org.jspecify.annotations.NullMarked;
