/** The sessions of étapes as people were told of them last, and what the records of calendars make of them. */
@NullMarked
package fr.passerelle.published.session;

import org.jspecify.annotations.NullMarked;
