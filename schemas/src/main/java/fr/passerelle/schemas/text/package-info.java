/** What is done to a text wherever it comes from or goes: compared by its letters alone, kept from being a formula. */
@NullMarked
package fr.passerelle.schemas.text;

import org.jspecify.annotations.NullMarked;
