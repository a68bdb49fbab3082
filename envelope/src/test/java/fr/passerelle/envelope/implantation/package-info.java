@NullMarked
package fr.passerelle.envelope.implantation;

import org.jspecify.annotations.NullMarked;
