@NullMarked
package fr.passerelle.calendar.text;

import org.jspecify.annotations.NullMarked;
