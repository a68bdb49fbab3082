/** Letters alone, and what is no formula. */
@NullMarked
package fr.passerelle.schemas.text;

import org.jspecify.annotations.NullMarked;
