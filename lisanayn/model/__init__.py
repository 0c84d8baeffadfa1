"""The vocabulary: frozen values that the stages hand on. No behaviour beyond reading them."""
