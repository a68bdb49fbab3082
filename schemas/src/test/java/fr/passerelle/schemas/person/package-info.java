/** What is recognised as a person, and what is not. */
@NullMarked
package fr.passerelle.schemas.person;

import org.jspecify.annotations.NullMarked;
