"""Speed, bytes and memory as ratios against a peer measured in the same run: machines are shared and noisy."""
