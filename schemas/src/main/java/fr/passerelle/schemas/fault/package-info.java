/** What is refused before anything is written, with the sentence that says why and what to do. */
@NullMarked
package fr.passerelle.schemas.fault;

import org.jspecify.annotations.NullMarked;
