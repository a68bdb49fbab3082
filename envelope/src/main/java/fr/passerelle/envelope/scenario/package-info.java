/** The scenarios as the database keeps them, the steps taken with each, and what each computed; the one that is adopted. */
@NullMarked
package fr.passerelle.envelope.scenario;

import org.jspecify.annotations.NullMarked;
