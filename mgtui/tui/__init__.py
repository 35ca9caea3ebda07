"""What a person sees and presses: views show the session and ask for changes, they never make one themselves."""
