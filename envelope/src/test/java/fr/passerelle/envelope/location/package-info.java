@NullMarked
package fr.passerelle.envelope.location;

import org.jspecify.annotations.NullMarked;
