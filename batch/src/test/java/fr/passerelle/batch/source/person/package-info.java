/** What is recognised as a person, and what is not. */
@NullMarked
package fr.passerelle.batch.source.person;

import org.jspecify.annotations.NullMarked;
