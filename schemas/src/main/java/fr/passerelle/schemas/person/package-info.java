/** Nobody's name is kept: what looks like a person is recognised here, and blotted out of what is kept or shown. */
@NullMarked
package fr.passerelle.schemas.person;

import org.jspecify.annotations.NullMarked;
